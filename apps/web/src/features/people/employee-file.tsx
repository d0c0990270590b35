"use client";

import type { EmployeeDetail } from "@erp/contracts/employees";
import { positionNames, roleNames } from "@erp/contracts/roles";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/card";
import { Pill } from "@/components/pill";
import { useDepartmentName } from "./department-name";
import { Day } from "./people-columns";

const MINUTES_PER_HOUR = 60;

/** What HR and the person's managers see beyond the directory. */
export function EmployeeFile({ employee }: { employee: EmployeeDetail }) {
  const t = useTranslations("people");
  const locale = useLocale();
  const { manager } = employee;
  return (
    <div className="grid items-start gap-4 desktop:grid-cols-2">
      <Card title={t("person.work")}>
        <dl className="grid grid-cols-[112px_1fr] gap-x-4 gap-y-2.5">
          <Fact label={t("fields.role")}>{roleNames[employee.role][locale]}</Fact>
          <Fact label={t("fields.hireDate")}>
            <Day date={employee.hireDate} />
          </Fact>
          <Fact label={t("person.weekly")}>
            {t("person.hours", { hours: employee.weeklyMinutes / MINUTES_PER_HOUR })}
            {employee.weeklyHours.length > 1 && <HoursHistory hours={employee.weeklyHours} />}
          </Fact>
          <Fact label={t("fields.manager")}>
            {manager ? (
              <Link href={`/people/${manager.id}`} className="text-accent underline-offset-4 hover:underline">
                {manager.name} {positionNames[manager.position][locale]}
              </Link>
            ) : (
              t("person.noManager")
            )}
          </Fact>
          {employee.leftOn && (
            <Fact label={t("person.leftOn")}>
              <Day date={employee.leftOn} />
            </Fact>
          )}
        </dl>
      </Card>
      <PostHistory posts={employee.posts} />
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Leave is earned by the hours of their time, so all of them are shown, also those to come. */
function HoursHistory({ hours }: { hours: EmployeeDetail["weeklyHours"] }) {
  const t = useTranslations("people.person");
  return (
    <ol aria-label={t("hoursHistory")} className="mt-1 grid gap-0.5 text-12 text-ink-2">
      {hours.map(({ from, weeklyMinutes }) => (
        <li key={from}>
          {t.rich("hoursFrom", { hours: weeklyMinutes / MINUTES_PER_HOUR, day: () => <Day date={from} /> })}
        </li>
      ))}
    </ol>
  );
}

function PostHistory({ posts }: { posts: EmployeeDetail["posts"] }) {
  const t = useTranslations("people.person");
  const locale = useLocale();
  const departmentName = useDepartmentName();
  return (
    <Card title={t("posts")}>
      <p className="text-12 text-ink-3">{t("postsHint")}</p>
      <ol className="grid gap-3">
        {posts.map((post, index) => (
          <li
            key={`${post.from} ${post.departmentNameKo} ${post.position} ${post.role}`}
            className="grid grid-cols-[96px_1fr] gap-3 border-t border-line pt-3 first:border-t-0 first:pt-0"
          >
            <span className="text-ink-2">
              <Day date={post.from} />
            </span>
            <span>
              <span className="flex flex-wrap items-center gap-2">
                <b className="font-semibold">
                  {departmentName(post)} {positionNames[post.position][locale]}
                </b>
                {index === 0 && <Pill meaning="approved">{t("current")}</Pill>}
              </span>
              <span className="block text-12 text-ink-3">
                {roleNames[post.role][locale]}
                {post.changedBy && ` · ${t("by", { name: post.changedBy })}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
