import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";

/** Stands where the form would be when somebody else has finished this step of the sheet meanwhile. */
export function SettledAlready() {
  return (
    <EmptyState
      title={m.paper_settled_already()}
      action={<ButtonLink variant="secondary" to={paths.writtenChanges()}>{m.paper_back_to_queue()}</ButtonLink>}
    >
      {m.paper_settled_already_text()}
    </EmptyState>
  );
}
