import { m } from "./messages";

/** "Billing"; a department that a company made for itself goes by its code. */
export function departmentWord(code: string): string {
  return departments[code]?.() ?? code;
}

const departments: Record<string, (() => string) | undefined> = {
  customer_service: m.concerns_department_customer_service,
  billing: m.concerns_department_billing,
  logistics: m.concerns_department_logistics,
};
