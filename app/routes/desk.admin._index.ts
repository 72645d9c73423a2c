import { redirect } from "@remix-run/node";
import { paths } from "~/paths";

/** The first of the admin's pages; each decides by itself who may see it. */
export function loader() {
  return redirect(paths.imports());
}
