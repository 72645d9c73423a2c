import type { DetailKind } from "~/contact-details/contact-detail.schema";
import type { Option } from "~/ui/field";
import type { EditField } from "./edit-field";
import type { Site } from "./update.schema";

/** Where a phone, fax or email may belong: a choice where there are few sites, else a line to find one by. */
export type SiteChoice = {
  seen: Site | null;
  /** The id of the chosen one, "" for none. */
  chosen: string;
  /** What there is to choose from: all, or what matches `typed`. */
  options: Option[];
  /** Null where the options are all there are. */
  typed: string | null;
};

/** The form of one detail, new or stored. What it does not ask for is null. */
export type DetailForm = {
  field: EditField;
  label: string | null;
  labelSeen: string | null;
  labelRequired: boolean;
  site: SiteChoice | null;
  /** The day on which it begins to count, "" for at once. */
  from: string | null;
  errors: Record<string, string | undefined>;
};

/** Whether details of a kind may belong to a site. */
export function mayHaveSite(kind: DetailKind): boolean {
  return kind === "phone" || kind === "fax" || kind === "email";
}
