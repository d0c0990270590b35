import { classNames } from "@/lib/class-names";

/** Dark enough for white letters in both themes (contrast at least 4.5). */
const grounds = [
  "bg-[#6a58c8]",
  "bg-[#b0446a]",
  "bg-[#2f7a6d]",
  "bg-[#9a6210]",
  "bg-[#3a63b8]",
  "bg-[#a34b2a]",
  "bg-[#5b6b2a]",
  "bg-[#7a4a9e]",
];

const sizes = { small: "size-6 text-12", normal: "size-8 text-13", large: "size-14 text-20" };

/** The first letter of a name on a colour that stays the same for the same person. Decoration: the name stands beside it. */
export function Avatar({
  id,
  name,
  size = "normal",
  className,
}: {
  id: string;
  name: string;
  size?: keyof typeof sizes;
  className?: string;
}) {
  return (
    <span
      aria-hidden
      className={classNames(
        "grid shrink-0 place-items-center rounded-full font-semibold text-[#fff]",
        sizes[size],
        groundOf(id),
        className,
      )}
    >
      {Array.from(name)[0] ?? "·"}
    </span>
  );
}

function groundOf(id: string): string | undefined {
  const sum = Array.from(id).reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return grounds[sum % grounds.length];
}
