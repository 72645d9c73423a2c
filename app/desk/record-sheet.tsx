import type { ReactNode } from "react";

/** The whole record: on a large screen as tall as what the bar leaves, so that nothing of it is out of sight. */
export function RecordSheet({ children }: { children: ReactNode }) {
  return <div className="xl:flex xl:h-[calc(100dvh-7.25rem)] xl:flex-col">{children}</div>;
}

/** The columns of the record: they share the height that is left and scroll by themselves. */
export function RecordColumns({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-(--gap) lg:grid-cols-[4fr_3fr] xl:min-h-0 xl:grow xl:grid-cols-[5fr_4fr_17rem] xl:grid-rows-[minmax(0,1fr)]">
      {children}
    </div>
  );
}
