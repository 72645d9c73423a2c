import type { ChangeEvent, ReactNode } from "react";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { Button, ButtonRow } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { FirstSubmit } from "~/ui/first-submit";
import { PostForm } from "~/ui/form";
import { ValueLines } from "~/ui/value-lines";
import { VisuallyHidden } from "~/ui/visually-hidden";
import { type ReadBackItem, tickName } from "./read-back";
import type { SpelledGroup } from "./spelling";
import type { Change } from "./update.schema";

/**
 * What was typed, to be read back to the caller: each value large and spelled, with a tick of its own. Space ticks and goes
 * on to the next, from the last one to the button. Nothing is saved before all are ticked; the server looks again.
 */
export function ReadBackForm({ items, ticked, errors, spokenIn, changes, requestId, saveAction, editAction, children }: {
  items: ReadBackItem[];
  /** The names of those that were ticked already. */
  ticked: string[];
  errors: Record<string, string | undefined>;
  /** The customer's language, in which letters are spelled. */
  spokenIn: Locale;
  changes: Change[];
  requestId: string;
  saveAction: string;
  editAction: string;
  children?: ReactNode;
}) {
  return (
    <PostForm action={saveAction} requestId={requestId} reloadDocument onChange={goOn}>
      <FirstSubmit />
      <ol className="mb-(--gap)">
        {items.map(({ name, heading, lines, notes, spelled }) => (
          <li key={name} className="sheet mb-2">
            <h2 className="text-sm text-ink-soft"><bdi>{heading}</bdi></h2>
            <div className="text-[1.75rem]/tight font-medium tabular-nums"><ValueLines lines={lines} /></div>
            {notes.map((note) => <p key={note} className="text-sm text-ink-soft"><bdi>{note}</bdi></p>)}
            {spelled.map((line, at) => <SpelledLine key={at} groups={line} lang={spokenIn} />)}
            <div className="*:mb-0"><Checkbox label={m.checks_read_back_tick({ detail: heading })} name={name} defaultChecked={ticked.includes(name)} error={errors[name]} required /></div>
          </li>
        ))}
      </ol>
      {children}
      {!items.some(({ name }) => name === tickName("name")) && <input type="hidden" name={tickName("name")} value="none" />}
      <input type="hidden" name="changes" value={JSON.stringify(changes)} />
      <ButtonRow>
        <Button data-save>{m.account_save()}</Button>
        <Button variant="secondary" formAction={editAction}>{m.account_go_back()}</Button>
      </ButtonRow>
    </PostForm>
  );
}

function goOn({ target, currentTarget }: ChangeEvent<HTMLFormElement>) {
  if (!(target instanceof HTMLInputElement) || !target.name.startsWith("read.") || !target.checked) return;
  const next = currentTarget.querySelector<HTMLElement>("input[type=checkbox][name^='read.']:not(:checked)") ?? currentTarget.querySelector<HTMLElement>("[data-save]");
  next?.focus();
}

/** Letters large with their words below, word by word; those who listen hear the words, for a letter is hard to tell. */
function SpelledLine({ groups, lang }: { groups: SpelledGroup[]; lang: Locale }) {
  return (
    <p lang={lang} dir="auto" className="mt-1 flex flex-wrap gap-x-5 gap-y-1 border-t border-rule pt-1">
      {groups.map((group, at) => (
        <span key={at} className="inline-flex flex-wrap gap-x-2">
          {group.map(({ sign, word }, place) => (
            <span key={place} className="inline-grid justify-items-center">
              <span className="font-ref text-xl" aria-hidden={word ? true : undefined}>{sign}</span>
              {word && <span className="text-sm text-ink-soft">{word}</span>}
              <VisuallyHidden>, </VisuallyHidden>
            </span>
          ))}
        </span>
      ))}
    </p>
  );
}
