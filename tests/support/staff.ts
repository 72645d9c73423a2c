import { randomUUID } from "node:crypto";
import { type Person, person, product, sql } from "./backend.ts";
import { signIn } from "./sign-in.ts";

type Role = "agent" | "outreach" | "supervisor" | "admin";

/** A member of staff of one test alone, signed in. */
export async function newStaff(role: Role, department = "customer_service"): Promise<Person & { id: string; name: string }> {
  const email = `${randomUUID()}@kartei.example.com`;
  const name = `Probe ${email.slice(0, 8)}`;
  const [row] = await sql<{ id: string }[]>`select public.staff_add(${email}, ${role}, ${name}, ${department}) as id`;
  if (!row) throw new Error("nobody was added");
  return { ...person(await signIn(product, email)), id: row.id, name };
}
