import { m } from "~/i18n/messages";
import { Tag } from "~/ui/tag";
import type { MessageView } from "./concern-view.server";

/** What was written, oldest first; the company's answers stand apart by a bar and by who wrote them. */
export function MessageList({ messages, companyName }: { messages: MessageView[]; companyName: string }) {
  return (
    <ol className="mb-(--gap) grid max-w-3xl gap-3">
      {messages.map(({ text, when, at, who, staff, shared }) => (
        <li key={at} className={`border border-edge bg-card px-(--inset) py-3 ${staff ? "border-l-4 border-l-accent" : ""}`}>
          <p className="mb-1 text-sm text-ink-soft">
            <bdi className="font-semibold">{who}</bdi>{staff && <>, {companyName}</>} · <time dateTime={at}>{when}</time>
            {!shared && <> <Tag>{m.concerns_internal()}</Tag></>}
          </p>
          <p dir="auto" className="wrap-anywhere whitespace-pre-wrap"><bdi>{text}</bdi></p>
        </li>
      ))}
    </ol>
  );
}
