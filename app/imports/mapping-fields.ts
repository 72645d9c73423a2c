/** The form names of the page that says what a file's columns hold. */
export const mappingFields = {
  column: "column",
  country: "country",
  locale: "locale",
  dateOrder: "date_order",
  conflict: "conflict",
  lookalikes: "lookalikes",
} as const;
