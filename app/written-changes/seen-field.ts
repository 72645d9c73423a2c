/** The hidden field that carries the versions of the details that the settlement page showed. */
export const SEEN = "seen";
