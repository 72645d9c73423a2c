import { z } from "zod";
import { siteUrl } from "~/env.server";
import { paths } from "~/paths";
import { webhookBodySchema } from "~/webhooks/event.schema";
import { company } from "../../kartei.config";
import { changeItemSchema, changePageSchema, changeSchema, problemSchema } from "./change.schema";
import { MAX_LIMIT } from "./changes.server";

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({
  ChangePage: changePageSchema, Change: changeSchema, ChangeItem: changeItemSchema, Problem: problemSchema, WebhookBody: webhookBodySchema,
})) registry.add(schema, { id });

/** The interfaces for other systems as an OpenAPI 3.1 document. Its schemas are those by which we read and write. */
export function openApi() {
  return {
    openapi: "3.1.0",
    info: {
      title: `${company.name}: contact details`,
      version: "1",
      description: `What changed in customers' contact details, to be asked for or to be sent. For people: ${siteUrl()}${paths.api()}`,
    },
    servers: [{ url: siteUrl() }],
    security: [{ token: [] }],
    paths: { [paths.changes()]: { get: changesOperation() } },
    webhooks: { event: { post: webhookOperation() } },
    components: {
      schemas: componentSchemas(),
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "A token that an administrator has made, with the scope `changes`." } },
    },
  };
}

function changesOperation() {
  return {
    operationId: "changes",
    summary: "What changed, oldest first",
    description: "Each change is told at least once, and the changes of one customer in their order. Keep the cursor of the last page that you have stored, and ask again with it.",
    parameters: [
      { name: "cursor", in: "query", schema: { type: "string" }, description: "The cursor of your last page. Without it the feed begins at the first change there is; `now` begins at the end." },
      { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: MAX_LIMIT, default: 100 } },
    ],
    responses: {
      200: { description: "A page, which may be empty", content: { "application/json": { schema: reference("ChangePage") } } },
      400: problemResponse("The cursor or the limit cannot be read"),
      401: problemResponse("No token, or one that is unknown or revoked"),
      403: problemResponse("A token that was made for something else"),
    },
  };
}

function webhookOperation() {
  const header = (name: string, description: string) => ({ name, in: "header", required: true, schema: { type: "string" }, description });
  return {
    operationId: "webhook",
    summary: "A change, as it happens",
    description: "Signed as https://www.standardwebhooks.com says.",
    security: [],
    parameters: [
      header("webhook-id", "The same at every try: what you have seen, you may ignore."),
      header("webhook-timestamp", "Seconds since 1970 at this try. Refuse what is older than five minutes."),
      header("webhook-signature", "One or two signatures, parted by a blank; one that fits is enough."),
    ],
    requestBody: { required: true, content: { "application/json": { schema: reference("WebhookBody") } } },
    responses: {
      "2XX": { description: "Taken" },
      410: { description: "Not wanted any more: the endpoint is switched off" },
      default: { description: "Not taken: it is sent again, for three days" },
    },
  };
}

function problemResponse(description: string) {
  return { description, content: { "application/problem+json": { schema: reference("Problem") } } };
}

function reference(schema: string) {
  return { $ref: `#/components/schemas/${schema}` };
}

// The dialect is OpenAPI's own, and names within the document need no address.
function componentSchemas(): Record<string, object> {
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _dialect, $id: _address, ...schema }]) => [id, schema]));
}
