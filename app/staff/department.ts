import { m } from "~/i18n/messages";
import type { Department } from "./department.schema";

/** "Billing": the name that an admin gave, as they wrote it, else ours in the reader's language. */
export function departmentWord({ code, name }: Department): string {
  return name ?? words[code]?.() ?? code;
}

const words: Record<string, (() => string) | undefined> = {
  customer_service: m.staff_department_customer_service,
  billing: m.staff_department_billing,
  logistics: m.staff_department_logistics,
};
