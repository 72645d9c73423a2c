import { m } from "~/i18n/messages";
import { CodeBlock } from "~/ui/code-block";

/** How to be told by webhooks. */
export function WebhookSection({ examples }: { examples: { webhook: string; verify: string } }) {
  return (
    <section>
      <h2 className="mb-3 text-xl">{m.interfaces_api_webhooks()}</h2>
      <p className="mb-3 max-w-prose">{m.interfaces_api_webhooks_how()}</p>
      <CodeBlock label={m.interfaces_api_example_webhook()}>{examples.webhook}</CodeBlock>
      <p className="mb-2 max-w-prose">{m.interfaces_api_webhooks_events()}</p>
      <dl className="mb-(--gap) grid max-w-prose gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        {events().map(({ event, meaning }) => (
          <div key={event} className="contents">
            <dt lang="zxx" className="font-ref text-sm/normal">{event}</dt>
            <dd className="max-sm:mb-2">{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mb-3 max-w-prose">{m.interfaces_api_webhooks_verify()}</p>
      <CodeBlock label={m.interfaces_api_example_verify()}>{examples.verify}</CodeBlock>
      <ul className="max-w-prose list-disc space-y-2 pl-5">
        <li>{m.interfaces_api_webhooks_by_hand()}</li>
        <li>{m.interfaces_api_webhooks_answer()}</li>
        <li>{m.interfaces_api_webhooks_twice()}</li>
        <li>{m.interfaces_api_webhooks_off()}</li>
      </ul>
    </section>
  );
}

function events(): { event: string; meaning: string }[] {
  return [
    { event: "details.changed", meaning: m.interfaces_api_event_changed() },
    { event: "details.confirmed", meaning: m.interfaces_api_event_confirmed() },
    { event: "details.imported", meaning: m.interfaces_api_event_imported() },
  ];
}
