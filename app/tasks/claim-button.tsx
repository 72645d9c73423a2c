import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { VisuallyHidden } from "~/ui/visually-hidden";

const acts = {
  claim: { path: paths.taskClaim, word: m.tasks_claim },
  release: { path: paths.taskRelease, word: m.tasks_release },
};

/** Takes a task up or puts it back; in a list, `title` and `customer` tell it from the same button of other tasks. */
export function ClaimButton({ act, task, title, customer, back }: { act: "claim" | "release"; task: string; title?: string; customer?: string; back: string }) {
  const { path, word } = acts[act];
  return (
    <PostForm action={path(task)} preventScrollReset>
      <input type="hidden" name="back" value={back} />
      <Button variant={act === "claim" && !title ? "secondary" : "quiet"} data-act={act}>
        {word()}{title && <VisuallyHidden>: {title}, <bdi>{customer}</bdi></VisuallyHidden>}
      </Button>
    </PostForm>
  );
}
