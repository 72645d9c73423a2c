import { z } from "zod";
import { addressSchema } from "~/contact-details/contact-detail.schema";
import { locales } from "~/i18n/locale";

/** A customer to enter, as typed: of the name only the part of its kind counts, and a phone and an email may be "". */
export const typedCustomerSchema = z.object({
  kind: z.enum(["person", "company"]),
  channel: z.enum(["phone", "in_person"]),
  locale: z.enum(locales),
  name: z.object({ given: z.string(), family: z.string(), company: z.string() }),
  address: addressSchema,
  phone: z.string(),
  email: z.string(),
});
export type TypedCustomer = z.infer<typeof typedCustomerSchema>;
