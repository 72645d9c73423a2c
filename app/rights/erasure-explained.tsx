import { m } from "~/i18n/messages";

/** What an erasure empties, what must be kept and why, and what happens next. */
export function ErasureExplained() {
  return (
    <div className="max-w-prose [&_h2]:mt-5 [&_h2]:mb-1 [&_h2]:text-lg [&_ul]:list-disc [&_ul]:pl-5">
      <h2>{m.rights_erasure_gone_title()}</h2>
      <ul>
        <li>{m.rights_erasure_gone_details()}</li>
        <li>{m.rights_erasure_gone_texts()}</li>
        <li>{m.rights_erasure_gone_logins()}</li>
      </ul>
      <h2>{m.rights_erasure_kept_title()}</h2>
      <ul>
        <li>{m.rights_erasure_kept_documents()}</li>
        <li>{m.rights_erasure_kept_trace()}</li>
      </ul>
      <h2>{m.rights_erasure_next_title()}</h2>
      <p>{m.rights_erasure_next()}</p>
      <p className="mt-2">{m.rights_erasure_copy_first()}</p>
    </div>
  );
}
