import { expect, test } from "vitest";
import { person, product, sql } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";
import { someAddress } from "../support/email-change.ts";
import { signIn } from "../support/sign-in.ts";

const localeOf = async (customer: string) => (await sql<{ locale: string }[]>`select locale from public.customers where id = ${customer}`)[0]?.locale;

test("an owner's choice holds for the customer's mails and letters", async () => {
  const owner = person(await signIn(product, someAddress()));
  const customer = await newCustomer({ locale: "de", owners: [owner.email] });
  await owner.call("set_language", { locale: "hu" });

  expect(await localeOf(customer.id)).toBe("hu");
  expect(await sql`select before->>'locale' as before, after->>'locale' as after from private.wishes where customer_id = ${customer.id}`).toEqual([{ before: "de", after: "hu" }]);
});

test("a member's choice does not", async () => {
  const member = person(await signIn(product, someAddress()));
  const customer = await newCustomer({ locale: "de", members: [member.email] });
  await member.call("set_language", { locale: "hu" });

  expect(await localeOf(customer.id)).toBe("de");
});

test("a language that there is not is refused", async () => {
  const owner = person(await signIn(product, someAddress()));
  const customer = await newCustomer({ locale: "de", owners: [owner.email] });

  await expect(owner.call("set_language", { locale: "xx" })).rejects.toMatchObject({ status: expect.toBeOneOf([400, 422]) as number });
  expect(await localeOf(customer.id)).toBe("de");
});
