-- Whatever process writes to a searchable row, its organization gets a new number in `changes`, and the search index sees it.
-- DELETE and INSERT instead of INSERT OR REPLACE: the conflict clause of the statement that fires a trigger overrides the trigger's own.
CREATE TRIGGER `organizations_inserted` AFTER INSERT ON `organizations` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = NEW.`id`;
	INSERT INTO `changes` (`organization_id`) VALUES (NEW.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `organizations_updated` AFTER UPDATE ON `organizations` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = NEW.`id`;
	INSERT INTO `changes` (`organization_id`) VALUES (NEW.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `organizations_deleted` AFTER DELETE ON `organizations` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = OLD.`id`;
	INSERT INTO `changes` (`organization_id`) VALUES (OLD.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `aliases_inserted` AFTER INSERT ON `aliases` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = NEW.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (NEW.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `aliases_updated` AFTER UPDATE ON `aliases` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = NEW.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (NEW.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `aliases_moved` AFTER UPDATE OF `organization_id` ON `aliases` WHEN OLD.`organization_id` <> NEW.`organization_id` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = OLD.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (OLD.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `aliases_deleted` AFTER DELETE ON `aliases` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = OLD.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (OLD.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `organization_terms_inserted` AFTER INSERT ON `organization_terms` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = NEW.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (NEW.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `organization_terms_updated` AFTER UPDATE ON `organization_terms` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = NEW.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (NEW.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `organization_terms_moved` AFTER UPDATE OF `organization_id` ON `organization_terms` WHEN OLD.`organization_id` <> NEW.`organization_id` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = OLD.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (OLD.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `organization_terms_deleted` AFTER DELETE ON `organization_terms` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = OLD.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (OLD.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `people_inserted` AFTER INSERT ON `people` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = NEW.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (NEW.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `people_updated` AFTER UPDATE ON `people` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = NEW.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (NEW.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `people_moved` AFTER UPDATE OF `organization_id` ON `people` WHEN OLD.`organization_id` <> NEW.`organization_id` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = OLD.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (OLD.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `people_deleted` AFTER DELETE ON `people` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = OLD.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (OLD.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `products_inserted` AFTER INSERT ON `products` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = NEW.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (NEW.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `products_updated` AFTER UPDATE ON `products` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = NEW.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (NEW.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `products_moved` AFTER UPDATE OF `organization_id` ON `products` WHEN OLD.`organization_id` <> NEW.`organization_id` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = OLD.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (OLD.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `products_deleted` AFTER DELETE ON `products` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = OLD.`organization_id`;
	INSERT INTO `changes` (`organization_id`) VALUES (OLD.`organization_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `product_os_inserted` AFTER INSERT ON `product_os` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = (SELECT `organization_id` FROM `products` WHERE `id` = NEW.`product_id`);
	INSERT INTO `changes` (`organization_id`) SELECT `organization_id` FROM `products` WHERE `id` = NEW.`product_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `product_os_updated` AFTER UPDATE ON `product_os` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = (SELECT `organization_id` FROM `products` WHERE `id` = NEW.`product_id`);
	INSERT INTO `changes` (`organization_id`) SELECT `organization_id` FROM `products` WHERE `id` = NEW.`product_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `product_os_moved` AFTER UPDATE OF `product_id` ON `product_os` WHEN OLD.`product_id` <> NEW.`product_id` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = (SELECT `organization_id` FROM `products` WHERE `id` = OLD.`product_id`);
	INSERT INTO `changes` (`organization_id`) SELECT `organization_id` FROM `products` WHERE `id` = OLD.`product_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `product_os_deleted` AFTER DELETE ON `product_os` BEGIN
	DELETE FROM `changes` WHERE `organization_id` = (SELECT `organization_id` FROM `products` WHERE `id` = OLD.`product_id`);
	INSERT INTO `changes` (`organization_id`) SELECT `organization_id` FROM `products` WHERE `id` = OLD.`product_id`;
END;
