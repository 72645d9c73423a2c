import type { DetailKind } from "~/contact-details/contact-detail";
import type { Detail } from "~/contact-details/detail.schema";
import { isManyKind } from "~/contact-details/many-kinds";
import { siteName } from "~/customers/detail-page.schema";
import { formText } from "~/form-text";
import { missingPresence } from "./correction-form.server";
import type { DetailForm } from "./detail-form";
import { detailForm, type DetailFacts, type Mode, readDetailForm } from "./detail-form.server";
import { type Owner, readChanges } from "./edit-form.server";
import { type Presence, presenceName, readPresence } from "./presence";
import { cancellationOf, removalOf, withBelongings } from "./removal.server";
import { few, wantedSite } from "./site-choice.server";
import type { Change } from "./update.schema";

/**
 * One detail of a record, or with null one more of `kind`, which may belong to the site of that id. `move` is about what it
 * will be from a day ahead.
 */
export type Wanted = { kind: DetailKind; detail: Detail | null; site: string | null; mode: Mode };

/**
 * A detail's page at the desk: its form, where the customer is, what may go with the detail, null where it must stay, and
 * whether what is planned is called off, null where that is not what the page is about. `planGone` says that nothing is
 * planned any more.
 */
export type DetailCorrection = {
  form: DetailForm;
  presence: Presence | null;
  unchanged: boolean;
  removal: { chosen: boolean; belongings: number; withThem: boolean } | null;
  calledOff: boolean | null;
  planGone: boolean;
};

type Record = { details: Detail[]; customer: Owner };

/** The form over the detail as it is stored, or an empty one. */
export function detailCorrection(wanted: Wanted, record: Record): DetailCorrection {
  return { form: detailForm(factsOf(wanted, record, ""), wanted.kind, wanted.mode), presence: null, unchanged: false, planGone: false, ...choicesOf(wanted, record, null) };
}

/**
 * Reads what an agent typed about one detail: the page again, or the changes that it asks for. As with the form over all
 * details, nothing goes on before it is known where the customer is, and a caller has passed the agent's check (`checked`).
 */
export function readDetailCorrection(posted: FormData, wanted: Wanted, record: Record, checked: boolean): DetailCorrection | { changes: Change[]; presence: Presence } {
  const presence = readPresence(posted);
  const choices = choicesOf(wanted, record, posted);
  const missing = missingPresence(presence, checked);
  const facts = factsOf(wanted, record, wantedSite(posted));
  const known = presence !== null && !missing[presenceName];
  const result = readDetailForm(posted, facts, wanted.kind, wanted.mode);
  const page = { presence, unchanged: false, planGone: wanted.mode === "move" && !wanted.detail?.upcoming, ...choices };
  if (posted.has("changes") && "form" in result) return { ...page, form: result.form };
  const ending = endingOf(posted, wanted, record, choices);
  if (ending.length > 0 || page.planGone) {
    if (known && !page.planGone) return { changes: ending, presence };
    return { ...page, form: { ...typedForm(posted, result, facts, wanted), errors: missing } };
  }
  if ("form" in result) {
    const { form } = result;
    const asksAgain = Object.keys(form.errors).length === 0;
    return { ...page, form: asksAgain ? form : { ...form, errors: { ...missing, ...form.errors } } };
  }
  const { changes } = result;
  if (known && changes.length > 0) return { changes, presence };
  return { ...page, form: { ...typedForm(posted, result, facts, wanted), errors: missing }, unchanged: changes.length === 0 };
}

// The form with what was typed, where only something beside it is missing: read as if it came back from the check page.
function typedForm(posted: FormData, result: ReturnType<typeof readDetailForm>, facts: DetailFacts, { kind, mode }: Wanted): DetailForm {
  if ("form" in result) return result.form;
  const [change] = result.changes;
  if (!change) return detailForm(facts, kind, mode);
  posted.set("changes", JSON.stringify([change]));
  const again = readDetailForm(posted, facts, kind, mode);
  if (!("form" in again)) throw new Error("A form that comes back from its check asks for no changes");
  return again.form;
}

function factsOf({ kind, detail, site: wantedSite }: Wanted, { details, customer }: Record, typed: string): DetailFacts {
  const sites = details.filter((one) => one.kind === "shipping_address").map(({ id, label, value }) => ({ id, label, value }));
  const words = typed.toLowerCase().split(/[\s,]+/).filter(Boolean);
  const fits = (site: (typeof sites)[number]) => {
    const name = `${siteName(site)} ${siteName({ ...site, label: null })}`.toLowerCase();
    return words.length > 0 && words.every((word) => name.includes(word));
  };
  const at = detail ? detail.siteId : wantedSite;
  return {
    customer,
    detail,
    site: kind === "shipping_address" ? null : sites.find(({ id }) => id === at) ?? null,
    siteCount: sites.length,
    sites: sites.length <= few ? sites : sites.filter(fits).slice(0, few + 1),
  };
}

function belongingsOf({ detail }: Wanted, { details }: Record): Detail[] {
  return detail?.kind === "shipping_address" ? details.filter(({ siteId }) => siteId === detail.id) : [];
}

type Choices = Pick<DetailCorrection, "removal" | "calledOff">;

function choicesOf(wanted: Wanted, record: Record, posted: FormData | null): Choices {
  const { detail, mode } = wanted;
  // back from the check page, the changes say what was chosen
  const [first, ...others] = posted?.has("changes") ? readChanges(posted) : [];
  if (mode === "move") return { removal: null, calledOff: posted?.has("call_off") === true || first?.op === "cancel" };
  if (!detail || !isManyKind(detail.kind)) return { removal: null, calledOff: null };
  const removal = {
    chosen: posted?.has("remove") === true || first?.op === "remove",
    belongings: belongingsOf(wanted, record).length,
    withThem: posted?.get("belongings") === "remove" || others.some(({ op }) => op === "remove"),
  };
  return { removal, calledOff: null };
}

// The changes of a box that is ticked, whatever else was typed: what the form showed goes, not what was saved meanwhile.
function endingOf(posted: FormData, wanted: Wanted, record: Record, { removal, calledOff }: Choices): Change[] {
  if (!wanted.detail) return [];
  const seen = { ...wanted.detail, version: Number(formText(posted, "detail.version")) };
  if (removal?.chosen) return withBelongings(removalOf(seen, belongingsOf(wanted, record)), removal.withThem);
  return seen.upcoming && calledOff ? [cancellationOf(seen, seen.upcoming)] : [];
}
