/** Why an act was refused, below its buttons; nothing when it was not. */
export function Refusal({ sentence }: { sentence: string | null }) {
  return (
    <p role="alert" className="text-13 text-no empty:hidden">
      {sentence}
    </p>
  );
}
