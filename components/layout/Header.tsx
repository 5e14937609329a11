import Link from "next/link";
import { Mark } from "../ui/Mark";
import { ThemeToggle } from "../ui/ThemeToggle";

/** The top of every page: the mark, the lessons, the theme. */
export function Header() {
  return (
    <header className="site-header border-b border-rule font-sans">
      <div className="flex h-14 items-center gap-7 px-[1.1rem] md:px-8">
        <Link href="/" prefetch={false} className="-m-2 flex items-center gap-2.5 p-2 text-ink no-underline">
          <Mark className="h-6 w-[30px]" />
          <span className="text-[1.0625rem] font-semibold leading-none tracking-tight">Fan-in</span>
        </Link>
        <nav aria-label="Site" className="flex">
          <Link
            href="/lessons"
            prefetch={false}
            className="-m-2 p-3 text-ui font-medium leading-none text-soft no-underline hover:text-ink"
          >
            Lessons
          </Link>
        </nav>
        <div className="ml-auto">
          <ThemeToggle />
        </div>
      </div>
    </header>
  );
}
