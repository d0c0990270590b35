import { FormSkeleton } from "@/features/forms/form-skeleton";

export default function Loading() {
  return <FormSkeleton />;
}
