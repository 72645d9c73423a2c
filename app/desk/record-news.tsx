import { useFetchers, useRevalidator } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { Kbd } from "~/ui/kbd";
import { useShortcut } from "~/ui/use-shortcut";
import { usePulse } from "./use-pulse";

const KEY = "r";

/**
 * Says when somebody changes something on the record while it is open. Reading it anew waits for the key, so that nothing
 * moves under the eyes, and leaves what is being typed. `latest` is the reference of the newest update that is shown.
 */
export function RecordNews({ account, stamp, latest }: { account: string; stamp: string; latest: string | null }) {
  const { revalidate, state } = useRevalidator();
  const sending = useFetchers().length > 0;
  const pulse = usePulse(account, stamp);
  // What one saves oneself comes with the answer to it.
  const news = sending || state !== "idle" ? null : pulse;
  useShortcut(KEY, news && revalidate, m.record_news_reload());
  return (
    <div role="status">
      {news && (
        <div className="mb-(--gap) flex flex-wrap items-center gap-x-4 gap-y-1 border-2 border-stale bg-card px-3 py-1.5">
          <p className="grow font-semibold"><bdi>{news.words !== null && news.reference !== latest ? news.words : m.record_news_other()}</bdi></p>
          <Button type="button" onClick={revalidate} aria-keyshortcuts={KEY}>{m.record_news_reload()}</Button> <Kbd>{KEY}</Kbd>
        </div>
      )}
    </div>
  );
}
