import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";

export type TypedInvitee = { name: string; email: string; role: string };

/** Whom to invite, and what they may do. */
export function InviteForm({ customer, requestId, typed, errors }: {
  customer: string;
  requestId: string;
  typed?: TypedInvitee;
  errors?: Partial<Record<keyof TypedInvitee, string>>;
}) {
  return (
    <PostForm className="max-w-xl" requestId={requestId} reloadDocument>
      <TextField label={m.people_name_label()} name="name" defaultValue={typed?.name} error={errors?.name} autoComplete="off" required />
      <TextField
        label={m.people_email_label()}
        hint={m.people_email_hint()}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        defaultValue={typed?.email}
        error={errors?.email}
        required
      />
      <RadioGroup
        label={m.people_role_label()}
        name="role"
        defaultValue={typed?.role}
        error={errors?.role}
        required
        choices={[
          { value: "member", label: m.people_member(), hint: m.people_member_hint() },
          { value: "owner", label: m.people_owner(), hint: m.people_owner_hint() },
        ]}
      />
      <ButtonRow>
        <Button>{m.people_send_invitation()}</Button>
        <ButtonLink variant="quiet" to={paths.people(customer)}>{m.account_cancel()}</ButtonLink>
      </ButtonRow>
    </PostForm>
  );
}
