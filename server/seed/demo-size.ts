import { accountNumber } from "./account-number.ts";

/** How many customers the demo has. */
export const demoSize = 500;

const numbers = new Set(Array.from({ length: demoSize }, (_, serial) => accountNumber(serial)));

/** Whether an account number is that of one of the demo's customers. */
export function isOfTheDemo(number: string): boolean {
  return numbers.has(number);
}
