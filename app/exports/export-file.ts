import type { ExportedCustomer } from "./export.schema";

/** How a file is written: its beginning, and then the lines of some customers after the other, each with its end. */
export interface ExportFile {
  head: string;
  lines: (customers: ExportedCustomer[]) => string;
}
