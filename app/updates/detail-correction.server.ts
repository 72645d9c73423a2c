import type { DetailKind } from "~/contact-details/contact-detail";
import type { Detail } from "~/contact-details/detail.schema";
import { detailHeading } from "~/contact-details/labels";
import { siteName } from "~/customers/detail-page.schema";
import { missingPresence } from "./correction-form.server";
import type { DetailForm } from "./detail-form";
import { detailForm, type DetailFacts, readDetailForm } from "./detail-form.server";
import { addableKinds } from "./edit-field";
import { type Owner, readChanges } from "./edit-form.server";
import { type Presence, presenceName, readPresence } from "./presence";
import { cancellationOf, removalOf, withBelongings } from "./removal.server";
import { few, wantedSite } from "./site-choice.server";
import type { Change } from "./update.schema";

/**
 * One detail of a record, or with null one more of `kind`, which may belong to the site of that id. `planned` is about what
 * it will be from a day ahead.
 */
export type Wanted = { kind: DetailKind; detail: Detail | null; site: string | null; planned?: boolean };

/**
 * A detail's page at the desk: its form, where the customer is, what may go with the detail, null where it must stay, and
 * whether what is planned is called off, null where that is not what the page is about.
 */
export type DetailCorrection = {
  form: DetailForm;
  presence: Presence | null;
  unchanged: boolean;
  removal: { chosen: boolean; belongings: string[]; withThem: boolean } | null;
  calledOff: boolean | null;
};

type Record = { details: Detail[]; customer: Owner };

/** The form over the detail as it is stored, or an empty one. */
export function detailCorrection(wanted: Wanted, record: Record): DetailCorrection {
  return { form: detailForm(factsOf(wanted, record, ""), wanted.kind, modeOf(wanted)), presence: null, unchanged: false, ...choicesOf(wanted, record, null) };
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
  const mode = modeOf(wanted);
  const ending = posted.has("changes") ? [] : endingOf(wanted, record, choices);
  if (ending.length > 0) {
    if (presence && !missing[presenceName]) return { changes: ending, presence };
    return { form: { ...detailForm(facts, wanted.kind, mode), errors: missing }, presence, unchanged: false, ...choices };
  }
  const result = readDetailForm(posted, facts, wanted.kind, mode);
  if ("form" in result) {
    const { form } = result;
    const asksAgain = Object.keys(form.errors).length === 0;
    return { form: asksAgain ? form : { ...form, errors: { ...missing, ...form.errors } }, presence, unchanged: false, ...choices };
  }
  const { changes } = result;
  if (presence && !missing[presenceName] && changes.length > 0) return { changes, presence };
  const [change] = changes;
  const form = change ? overTyped(posted, change, facts, wanted) : detailForm(facts, wanted.kind, mode);
  return { form: { ...form, errors: missing }, presence, unchanged: changes.length === 0, ...choices };
}

// The form with what was typed, where only something beside it is missing: read as if it came back from the check page.
function overTyped(posted: FormData, change: Change, facts: DetailFacts, wanted: Wanted): DetailForm {
  posted.set("changes", JSON.stringify([change]));
  const again = readDetailForm(posted, facts, wanted.kind, modeOf(wanted));
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
  const { detail, planned = false } = wanted;
  // back from the check page, the changes say what was chosen
  const [first, ...others] = posted?.has("changes") ? readChanges(posted) : [];
  if (planned) return { removal: null, calledOff: posted?.has("call_off") === true || first?.op === "cancel" };
  if (!detail || detail.kind !== "shipping_address" && !addableKinds.some((kind) => kind === detail.kind)) return { removal: null, calledOff: null };
  const removal = {
    chosen: posted?.has("remove") === true || first?.op === "remove",
    belongings: belongingsOf(wanted, record).map(({ kind, label }) => detailHeading(kind, label)),
    withThem: posted?.get("belongings") === "remove" || others.some(({ op }) => op === "remove"),
  };
  return { removal, calledOff: null };
}

// The changes of a box that is ticked, whatever else was typed.
function endingOf(wanted: Wanted, record: Record, { removal, calledOff }: Choices): Change[] {
  const { detail } = wanted;
  if (detail && removal?.chosen) return withBelongings(removalOf(detail, belongingsOf(wanted, record)), removal.withThem);
  return detail?.upcoming && calledOff ? [cancellationOf(detail, detail.upcoming)] : [];
}

function modeOf({ planned = false }: Wanted) {
  return planned ? "move" : "edit";
}
