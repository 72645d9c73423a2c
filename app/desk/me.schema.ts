import { z } from "zod";
import { staffRoleSchema } from "~/staff/role.schema";

/** Who works at the desk, as every staff page's answer names them. */
export const meSchema = z.object({ id: z.uuid(), name: z.string(), role: staffRoleSchema });
export type Me = z.infer<typeof meSchema>;
