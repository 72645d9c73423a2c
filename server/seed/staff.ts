import type { Locale } from "./seed-customer.ts";

type Department = "customer_service" | "billing" | "logistics";

export type SeedStaff = {
  email: string;
  name: string;
  role: "agent" | "outreach" | "supervisor" | "admin";
  locale: Locale;
  departments: Department[];
};

/** The people who work in the demo, each with the email that they sign in with. */
export const staff: readonly SeedStaff[] = [
  { email: "agent@kartei.example.com", name: "Jana Krüger", role: "agent", locale: "de", departments: ["customer_service"] },
  { email: "agent2@kartei.example.com", name: "Tobias Brandt", role: "agent", locale: "de", departments: ["customer_service", "billing"] },
  { email: "agent3@kartei.example.com", name: "Horváth Gergő", role: "agent", locale: "hu", departments: ["customer_service", "logistics"] },
  { email: "supervisor@kartei.example.com", name: "Miriam Seidel", role: "supervisor", locale: "de", departments: ["customer_service", "billing", "logistics"] },
  { email: "outreach@kartei.example.com", name: "Clara Neumann", role: "outreach", locale: "de", departments: ["customer_service"] },
  { email: "admin@kartei.example.com", name: "Oliver Grant", role: "admin", locale: "en", departments: ["customer_service"] },
];
