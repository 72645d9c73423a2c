/** What a caller can be asked, in the order in which it is asked. */
export const checkKinds = ["caller_pin", "email_code", "birth_date", "postcode", "document_amount", "id_digits"] as const;
export type CheckKind = (typeof checkKinds)[number];
