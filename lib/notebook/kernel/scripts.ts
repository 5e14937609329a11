/** The kernel's scripts, as a page fetches them and hands them to its frames. */
export type Scripts = {
  /** The worker's, which a frame passes on unread. */
  kernel: Blob;
  /** Observable Plot for cells, evaluated at the first import. */
  plot: string;
};

/** Where a build has put a kernel's files; each name carries the hash of its content. */
export type KernelAddresses = { frame: string; kernel: string; plot: string };

export function isScripts(data: unknown): data is Scripts {
  return typeof data === "object" && data !== null && "kernel" in data && data.kernel instanceof Blob;
}

async function fetchFile(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response;
}

/** Fetches both at once. */
export async function fetchScripts(addresses: Pick<KernelAddresses, "kernel" | "plot">): Promise<Scripts> {
  const [kernel, plot] = await Promise.all([
    fetchFile(addresses.kernel).then((response) => response.blob()),
    fetchFile(addresses.plot).then((response) => response.text()),
  ]);
  return { kernel, plot };
}
