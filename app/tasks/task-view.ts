type NameTask = { cause: "company_name_change"; current: string; proposed: string; version: number };
type FrozenTask = { cause: "sign_in_frozen"; reference: string };
type DisputedTask = { cause: "update_disputed"; reference: string; undone: boolean };
type EscalatedTask = { cause: "concern_escalated"; reference: string };
type ErasureTask = { cause: "erasure_requested" };

/** A task as lists and its own page show it. */
export type TaskView = {
  id: string;
  accountNumber: string;
  customerName: string;
  title: string;
  /** What tells it from others of its cause, such as the name asked for. */
  what: string | null;
  /** How far away its due time is, in words, and the time itself. */
  due: string;
  dueAt: string;
  overdue: boolean;
  role: string;
  department: string;
  claimedBy: string | null;
  mine: boolean;
} & (NameTask | FrozenTask | DisputedTask | EscalatedTask | ErasureTask);
