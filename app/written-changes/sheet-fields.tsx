import { channelLabel } from "~/contact-details/labels";
import { m } from "~/i18n/messages";
import { DateField, SelectField, TextField } from "~/ui/field";
import { paperChannels } from "./keyed-change";
import type { TypedSheet } from "./typed-sheet";

/** The questions about the paper itself. The first field that differs from sheet to sheet has the focus. */
export function SheetFields({ typed, errors, today }: { typed: TypedSheet; errors: Record<string, string | undefined>; today: string }) {
  return (
    <div className="grid max-w-4xl gap-x-6 sm:grid-cols-3">
      <SelectField
        label={m.paper_channel()}
        name="channel"
        options={paperChannels.map((value) => ({ value, label: channelLabel(value) }))}
        defaultValue={typed.channel}
        required
      />
      <DateField label={m.paper_received_on()} name="received_on" defaultValue={typed.receivedOn} max={today} error={errors.received_on} required />
      <TextField
        label={m.paper_document_number()}
        name="document_number"
        defaultValue={typed.documentNumber}
        error={errors.document_number}
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
    </div>
  );
}
