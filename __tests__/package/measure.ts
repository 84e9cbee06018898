/** Packages a folder and prints the package, and by how many bytes the process grew at its peak. */
import { packageFolder } from "../../lib/package";

const [folder = "", into = ""] = process.argv.slice(2);
const peak = () => process.resourceUsage().maxRSS * 1024;

async function measure(): Promise<void> {
  const before = peak();
  const made = await packageFolder({ folder, into, name: "orders-function" });
  console.log(JSON.stringify({ ...made, growth: peak() - before }));
}

void measure();
