import Link from "next/link";

export const metadata = { title: "No page here" };

/** An address that leads nowhere: says so, and shows the way out. */
export default function NotFound() {
  return (
    <div className="page py-20">
      <h1 className="text-4xl tracking-tight">There is no page at this address</h1>
      <p className="mt-4 max-w-[40rem]">
        It may have been renamed, or the link has lost a part. All the lessons stand in one list.
      </p>
      <p className="mt-6">
        <Link href="/lessons" className="button button-main">
          See the lessons
        </Link>
      </p>
    </div>
  );
}
