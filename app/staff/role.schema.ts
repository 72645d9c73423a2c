import { z } from "zod";
import { staffRoles } from "./role";

export const staffRoleSchema = z.enum(staffRoles);
