import { m } from "~/i18n/messages";
import { CodeBlock } from "~/ui/code-block";

/** How to read the change feed. */
export function FeedSection({ examples }: { examples: { request: string; answer: string } }) {
  return (
    <section>
      <h2 className="mb-3 text-xl">{m.interfaces_api_feed()}</h2>
      <p className="mb-3 max-w-prose">{m.interfaces_api_feed_token()}</p>
      <CodeBlock label={m.interfaces_api_example_request()}>{examples.request}</CodeBlock>
      <p className="mb-3 max-w-prose">{m.interfaces_api_feed_answer()}</p>
      <CodeBlock label={m.interfaces_api_example_answer()}>{examples.answer}</CodeBlock>
      <ul className="mb-8 max-w-prose list-disc space-y-2 pl-5">
        <li>{m.interfaces_api_feed_cursor()}</li>
        <li>{m.interfaces_api_feed_once()}</li>
        <li>{m.interfaces_api_feed_start()}</li>
        <li>{m.interfaces_api_feed_held()}</li>
        <li>{m.interfaces_api_feed_errors()}</li>
      </ul>
    </section>
  );
}
