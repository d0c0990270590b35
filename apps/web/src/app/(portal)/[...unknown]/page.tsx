import { notFound } from "next/navigation";

/** An unknown address of a signed-in person keeps the navigation around it. */
export default function UnknownPage(): never {
  notFound();
}
