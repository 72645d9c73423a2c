import { z } from "zod";

/** A department: its code in addresses and forms, and its name where an admin gave it one. */
export const departmentSchema = z.object({ code: z.string(), name: z.string().nullable() });
export type Department = z.infer<typeof departmentSchema>;
