import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/field";
import { PostForm } from "~/ui/form";

/** Sends again all that failed since a day; `today` is the last that can be chosen. */
export function ReplayForm({ endpoint, today }: { endpoint: string; today: string }) {
  return (
    <details className="my-(--gap)">
      <summary className="py-1 font-label font-semibold">{m.interfaces_replay_open()}</summary>
      <PostForm reloadDocument action={paths.webhookReplay(endpoint)}>
        <DateField label={m.interfaces_replay_since()} name="since" required defaultValue={today} max={today} />
        <Button variant="secondary">{m.interfaces_replay()}</Button>
      </PostForm>
    </details>
  );
}
