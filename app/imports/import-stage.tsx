import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { ButtonRow } from "~/ui/button";
import { Counts } from "~/ui/counts";
import { Notice } from "~/ui/notice";
import { ActButton } from "./act-button";
import type { DetailView } from "./import-view.server";
import { ProgressBar } from "./progress-bar";

/** Where an import stands and what can be done with it there. Before that, its columns are asked for (`MappingForm`). */
export function ImportStage(detail: DetailView) {
  switch (detail.state) {
    case "receiving":
      return <Notice tone="warning" title={m.imports_broken_title()}><p>{m.imports_broken_text()}</p></Notice>;
    case "checking":
      return <ProgressBar label={m.imports_progress_checking({ share: detail.percent })} percent={detail.percent} remark={null} />;
    case "checked":
      return <Checked {...detail} />;
    case "applying":
      return (
        <>
          <ProgressBar label={m.imports_progress_applying({ share: detail.percent })} percent={detail.percent} remark={detail.rate} />
          <ButtonRow><ActButton action={paths.importPause(detail.id)}>{m.imports_pause()}</ActButton></ButtonRow>
        </>
      );
    case "paused":
      return <Paused {...detail} />;
    case "applied":
      return <Applied {...detail} />;
    case "undoing":
      return <ProgressBar label={m.imports_progress_undoing({ share: detail.percent })} percent={detail.percent} remark={null} />;
    case "mapping":
    case "cancelled":
    case "undone":
      return null;
  }
}

function Checked({ id, counts, anyGood, anyBad }: DetailView) {
  return (
    <>
      <h2 className="mb-2 text-lg">{m.imports_would_title()}</h2>
      <Counts label={m.imports_would_title()} counts={counts} />
      <p className="max-w-prose">{anyGood ? m.imports_apply_text() : m.imports_no_lines()}</p>
      <ButtonRow>
        {anyGood && <ActButton action={paths.importApplication(id)} variant="primary">{anyBad ? m.imports_apply_good() : m.imports_apply()}</ActButton>}
        <ActButton action={paths.importCancellation(id)}>{m.imports_cancel()}</ActButton>
      </ButtonRow>
    </>
  );
}

function Paused({ id, percent, failed }: DetailView) {
  return (
    <>
      {failed && <Notice tone="warning" title={m.imports_failed_title()}><p>{m.imports_failed_text()}</p></Notice>}
      <p className="font-label font-semibold tabular-nums">{m.imports_progress_applying({ share: percent })}</p>
      <ButtonRow>
        <ActButton action={paths.importApplication(id)} variant="primary">{m.imports_resume()}</ActButton>
        <ActButton action={paths.importUndoing(id)} variant="danger">{m.imports_undo()}</ActButton>
      </ButtonRow>
    </>
  );
}

function Applied({ id, counts, rate, undoableUntil }: DetailView) {
  return (
    <>
      <h2 className="mb-2 text-lg">{m.imports_did_title()}</h2>
      <Counts label={m.imports_did_title()} counts={counts} />
      {rate && <p className="text-sm text-ink-soft tabular-nums">{rate}</p>}
      {undoableUntil && (
        <>
          <p className="mt-3 max-w-prose">{m.imports_undo_text({ day: undoableUntil })}</p>
          <ButtonRow><ActButton action={paths.importUndoing(id)} variant="danger">{m.imports_undo()}</ActButton></ButtonRow>
        </>
      )}
    </>
  );
}
