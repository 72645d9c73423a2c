/** The lists of open tasks: all that the reader may work on, what they have claimed, what nobody has, what is late. */
export const taskLists = ["open", "mine", "unclaimed", "overdue"] as const;
