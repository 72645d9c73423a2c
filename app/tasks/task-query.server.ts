import { taskFilterSchema, type TaskFilter } from "./task.schema";
import type { TaskView } from "./task-view";

/** Which tasks an address asks for; what it does not know is left out. */
export function readTaskFilter(query: URLSearchParams): TaskFilter {
  return taskFilterSchema.parse({
    which: query.get("which"),
    department: query.get("department") ?? undefined,
    role: query.get("role") ?? undefined,
  });
}

const news = ["closed", "settled", "taken", "claimed", "released", "handed", "refused"] as const;

/** What came of the last act, and who has its task now. */
export type TaskNews = { what: (typeof news)[number]; title: string; by: string | null } | null;

/** Reads what an address says of the last act; a task that the page does not show is told without its name. */
export function readTaskNews(query: URLSearchParams, shown: TaskView[]): TaskNews {
  const what = news.find((word) => query.has(word));
  if (!what) return null;
  const task = shown.find(({ id }) => id === query.get(what));
  return { what, title: task?.title ?? "", by: task?.claimedBy ?? null };
}
