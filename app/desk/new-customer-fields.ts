/** The form names that lead through the pages of a new customer. */
export const newCustomerFields = {
  /** What was typed into the search that found nobody. */
  query: "query",
  /** All that was typed, from the check page on. */
  entry: "entry",
  /** The account numbers of those who were shown beside it. */
  seen: "seen",
  /** "It is none of them." */
  different: "different",
} as const;
