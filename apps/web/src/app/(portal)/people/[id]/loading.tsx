import { ProfileSkeleton } from "@/features/people/profile-skeleton";
import { Page } from "@/features/shell/page";

export default function Loading() {
  return (
    <Page>
      <ProfileSkeleton />
    </Page>
  );
}
