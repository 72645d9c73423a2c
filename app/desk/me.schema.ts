import { z } from "zod";

/** Who works at the desk, as every staff page's answer names them. */
export const meSchema = z.object({ id: z.uuid(), name: z.string(), role: z.enum(["agent", "outreach", "supervisor", "admin"]) });
export type Me = z.infer<typeof meSchema>;
