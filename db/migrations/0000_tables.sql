CREATE TABLE `aliases` (
	`organization_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`organization_id`, `position`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organization_id` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `changes_organization` ON `changes` (`organization_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`organization_id` integer NOT NULL,
	`position` integer NOT NULL,
	`year` integer NOT NULL,
	`event` text NOT NULL,
	`source_id` integer,
	PRIMARY KEY(`organization_id`, `position`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_source` ON `events` (`source_id`) WHERE "source_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `exchange_rate_sources` (
	`currency` text NOT NULL,
	`source_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`currency`, `position`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exchange_rate_sources_source` ON `exchange_rate_sources` (`source_id`) WHERE "source_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `exchange_rates` (
	`currency` text NOT NULL,
	`year` integer NOT NULL,
	`usd_per_unit` real NOT NULL,
	`rate` real NOT NULL,
	`quoted` text NOT NULL,
	`note` text,
	PRIMARY KEY(`currency`, `year`)
);
--> statement-breakpoint
CREATE TABLE `financials` (
	`organization_id` integer NOT NULL,
	`position` integer NOT NULL,
	`fiscal_year` integer NOT NULL,
	`metric` text NOT NULL,
	`amount` real NOT NULL,
	`currency` text,
	`usd` real,
	`scope` text,
	`period` text NOT NULL,
	`period_end` text,
	`basis` text NOT NULL,
	`note` text,
	`source_id` integer,
	PRIMARY KEY(`organization_id`, `position`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `financials_source` ON `financials` (`source_id`) WHERE "source_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `gaps` (
	`organization_id` integer NOT NULL,
	`position` integer NOT NULL,
	`gap` text NOT NULL,
	PRIMARY KEY(`organization_id`, `position`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `organization_terms` (
	`organization_id` integer NOT NULL,
	`kind` text NOT NULL,
	`term` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `kind`, `position`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `organization_terms_term` ON `organization_terms` (`kind`,`term`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`legal_name` text,
	`pack` text NOT NULL,
	`fingerprint` text NOT NULL,
	`tier` integer,
	`tier_estimated` integer NOT NULL,
	`tier_reason` text NOT NULL,
	`tier_rule` integer,
	`tier_source_id` integer,
	`revenue_amount` real,
	`revenue_currency` text,
	`revenue_usd` real,
	`revenue_year` integer,
	`city` text,
	`region` text,
	`country` text,
	`headquarters_source_id` integer,
	`founded` integer,
	`founded_source_id` integer,
	`ownership` text,
	`ownership_note` text,
	`ownership_source_id` integer,
	`exchange` text,
	`ticker` text,
	`ticker_source_id` integer,
	`parent_name` text,
	`parent_organization_id` integer,
	`parent_source_id` integer,
	`website` text,
	`website_source_id` integer,
	`employees` integer,
	`employees_year` integer,
	`employees_source_id` integer,
	`overview` text,
	`product_count` integer NOT NULL,
	`in_report` integer NOT NULL,
	FOREIGN KEY (`tier_source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`headquarters_source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`founded_source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ownership_source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ticker_source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`website_source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`employees_source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_slug` ON `organizations` (`slug`);--> statement-breakpoint
CREATE INDEX `organizations_name` ON `organizations` ("name" COLLATE NOCASE);--> statement-breakpoint
CREATE INDEX `organizations_parent` ON `organizations` (`parent_organization_id`);--> statement-breakpoint
CREATE INDEX `organizations_location` ON `organizations` (`country`,`region`);--> statement-breakpoint
CREATE INDEX `organizations_tier_source` ON `organizations` (`tier_source_id`) WHERE "tier_source_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `organizations_headquarters_source` ON `organizations` (`headquarters_source_id`) WHERE "headquarters_source_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `organizations_founded_source` ON `organizations` (`founded_source_id`) WHERE "founded_source_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `organizations_ownership_source` ON `organizations` (`ownership_source_id`) WHERE "ownership_source_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `organizations_ticker_source` ON `organizations` (`ticker_source_id`) WHERE "ticker_source_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `organizations_parent_source` ON `organizations` (`parent_source_id`) WHERE "parent_source_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `organizations_website_source` ON `organizations` (`website_source_id`) WHERE "website_source_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `organizations_employees_source` ON `organizations` (`employees_source_id`) WHERE "employees_source_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `overview_sources` (
	`organization_id` integer NOT NULL,
	`position` integer NOT NULL,
	`source_id` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `position`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `overview_sources_source` ON `overview_sources` (`source_id`) WHERE "source_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `people` (
	`organization_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`as_of` integer,
	`source_id` integer,
	PRIMARY KEY(`organization_id`, `position`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `people_source` ON `people` (`source_id`) WHERE "source_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `product_features` (
	`product_id` integer NOT NULL,
	`feature` text NOT NULL,
	`value` text NOT NULL,
	`note` text,
	`position` integer NOT NULL,
	PRIMARY KEY(`product_id`, `feature`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `product_os` (
	`product_id` integer NOT NULL,
	`position` integer NOT NULL,
	`os` text NOT NULL,
	PRIMARY KEY(`product_id`, `position`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `product_os_os` ON `product_os` (`os`);--> statement-breakpoint
CREATE TABLE `product_sources` (
	`product_id` integer NOT NULL,
	`position` integer NOT NULL,
	`source_id` integer NOT NULL,
	PRIMARY KEY(`product_id`, `position`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `product_sources_source` ON `product_sources` (`source_id`) WHERE "source_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `products` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`position` integer NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`report_heading` text,
	`segment` text NOT NULL,
	`hal` integer,
	`summary` text,
	`introduced` integer,
	`status` text,
	`price_amount` real,
	`price_currency` text,
	`price_usd` real,
	`price_note` text,
	`price_source_id` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`price_source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_slug` ON `products` (`organization_id`,`slug`);--> statement-breakpoint
CREATE INDEX `products_segment` ON `products` (`segment`);--> statement-breakpoint
CREATE INDEX `products_price_source` ON `products` (`price_source_id`) WHERE "price_source_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `ranking_entries` (
	`ranking_id` integer NOT NULL,
	`position` integer NOT NULL,
	`rank` integer NOT NULL,
	`name` text NOT NULL,
	`organization_id` integer,
	`amount` real,
	`source_id` integer,
	PRIMARY KEY(`ranking_id`, `position`),
	FOREIGN KEY (`ranking_id`) REFERENCES `rankings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ranking_entries_organization` ON `ranking_entries` (`organization_id`);--> statement-breakpoint
CREATE INDEX `ranking_entries_source` ON `ranking_entries` (`source_id`) WHERE "source_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `rankings` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`publisher` text NOT NULL,
	`year` integer NOT NULL,
	`metric` text NOT NULL,
	`metric_year` integer,
	`currency` text,
	`complete` integer NOT NULL,
	`pack` text NOT NULL,
	`fingerprint` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rankings_slug` ON `rankings` (`slug`);--> statement-breakpoint
CREATE TABLE `relationships` (
	`organization_id` integer NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`to` text NOT NULL,
	`to_organization_id` integer,
	`resolved` text NOT NULL,
	`since` integer,
	`note` text,
	`source_id` integer,
	PRIMARY KEY(`organization_id`, `position`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `relationships_to` ON `relationships` (`to_organization_id`);--> statement-breakpoint
CREATE INDEX `relationships_source` ON `relationships` (`source_id`) WHERE "source_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `report_headings` (
	`position` integer PRIMARY KEY NOT NULL,
	`section` integer NOT NULL,
	`page` integer NOT NULL,
	`kind` text NOT NULL,
	`heading` text NOT NULL,
	`supplier` text,
	`organization_id` integer,
	`product_id` integer,
	`category` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_headings_organization` ON `report_headings` (`organization_id`);--> statement-breakpoint
CREATE INDEX `report_headings_product` ON `report_headings` (`product_id`);--> statement-breakpoint
CREATE TABLE `report_mentions` (
	`organization_id` integer NOT NULL,
	`position` integer NOT NULL,
	`section` integer NOT NULL,
	`page` integer NOT NULL,
	`heading` text NOT NULL,
	PRIMARY KEY(`organization_id`, `position`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sources` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer,
	`ranking_id` integer,
	`key` text NOT NULL,
	`url` text NOT NULL,
	`title` text NOT NULL,
	`publisher` text,
	`date` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ranking_id`) REFERENCES `rankings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_organization` ON `sources` (`organization_id`,`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `sources_ranking` ON `sources` (`ranking_id`,`key`);--> statement-breakpoint
CREATE TABLE `synonyms` (
	`set` integer NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`phrase` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`set`, `position`)
);
--> statement-breakpoint
CREATE TABLE `terms` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`parent` text,
	`label` text NOT NULL,
	`meaning` text,
	`section` integer,
	`page` integer,
	`details` text,
	`position` integer NOT NULL,
	PRIMARY KEY(`kind`, `id`)
);
