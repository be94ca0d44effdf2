data "aws_lakeformation_data_lake_settings" "before" {}

resource "aws_lakeformation_data_lake_settings" "account" {
  admins     = concat(var.deployers, [aws_iam_role.team.arn], var.changed ? [data.aws_iam_role.existing.arn] : [])
  parameters = { CROSS_ACCOUNT_VERSION = var.changed ? "4" : "3" }
}

resource "aws_lakeformation_resource" "sales" {
  arn      = aws_s3_bucket.all["sales"].arn
  role_arn = aws_iam_role.team.arn
}

resource "aws_lakeformation_permissions" "location" {
  principal   = aws_iam_role.team.arn
  permissions = ["DATA_LOCATION_ACCESS"]
  data_location {
    arn = aws_lakeformation_resource.sales.arn
  }
}

resource "aws_lakeformation_permissions" "database" {
  principal   = aws_iam_role.team.arn
  permissions = ["ALTER", "CREATE_TABLE", "DESCRIBE", "DROP"]
  database {
    name = aws_glue_catalog_database.sales.name
  }
}

resource "aws_lakeformation_permissions" "all_tables" {
  principal                     = aws_iam_role.team.arn
  permissions                   = ["ALTER", "DELETE", "DESCRIBE", "DROP", "INSERT", "SELECT"]
  permissions_with_grant_option = ["SELECT"]
  table {
    database_name = aws_glue_catalog_database.sales.name
    wildcard      = true
  }
}

resource "aws_lakeformation_permissions" "one_table" {
  principal   = aws_iam_role.team.arn
  permissions = ["ALTER", "DESCRIBE", "SELECT"]
  table {
    database_name = aws_glue_catalog_database.sales.name
    name          = aws_glue_catalog_table.orders.name
  }
}

resource "aws_lakeformation_permissions" "shared_database" {
  principal   = data.aws_iam_role.existing.arn
  permissions = ["DESCRIBE"]
  database {
    name = aws_glue_catalog_database.shared.name
  }
}

resource "aws_lakeformation_permissions" "link" {
  principal   = data.aws_iam_role.existing.arn
  permissions = ["DESCRIBE"]
  table {
    database_name = aws_glue_catalog_database.shared.name
    name          = aws_glue_catalog_table.link.name
  }
}

resource "aws_lakeformation_permissions" "describe" {
  principal   = data.aws_iam_role.existing.arn
  permissions = ["DESCRIBE"]
  table {
    database_name = aws_glue_catalog_database.sales.name
    name          = aws_glue_catalog_table.orders.name
  }
}

# The provider counts every grant of a principal on a table, so this one has no other there.
resource "aws_lakeformation_permissions" "columns" {
  principal   = aws_iam_role.reader.arn
  permissions = ["SELECT"]
  table_with_columns {
    database_name = aws_glue_catalog_database.sales.name
    name          = aws_glue_catalog_table.orders.name
    column_names  = var.changed ? ["id", "region"] : ["id"]
  }
}

resource "aws_lakeformation_data_cells_filter" "rows" {
  table_data {
    table_catalog_id = local.account
    database_name    = aws_glue_catalog_database.sales.name
    table_name       = aws_glue_catalog_table.orders.name
    name             = "eu_only"
    column_wildcard {}
    row_filter {
      filter_expression = "region = '${local.text}'"
    }
  }
}

resource "aws_lakeformation_data_cells_filter" "columns" {
  table_data {
    table_catalog_id = local.account
    database_name    = aws_glue_catalog_database.sales.name
    table_name       = aws_glue_catalog_table.orders.name
    name             = "ids"
    column_names     = var.changed ? ["id", "region"] : ["id"]
    row_filter {
      all_rows_wildcard {}
    }
  }
}

resource "aws_lakeformation_data_cells_filter" "excluded" {
  table_data {
    table_catalog_id = local.account
    database_name    = aws_glue_catalog_database.sales.name
    table_name       = aws_glue_catalog_table.orders.name
    name             = "no_region"
    column_wildcard {
      excluded_column_names = ["region"]
    }
    row_filter {
      all_rows_wildcard {}
    }
  }
}

resource "aws_lakeformation_permissions" "filter" {
  for_each = {
    rows    = aws_lakeformation_data_cells_filter.rows.table_data[0].name
    columns = aws_lakeformation_data_cells_filter.columns.table_data[0].name
  }
  principal   = data.aws_iam_role.existing.arn
  permissions = ["SELECT"]
  data_cells_filter {
    table_catalog_id = local.account
    database_name    = aws_glue_catalog_database.sales.name
    table_name       = aws_glue_catalog_table.orders.name
    name             = each.value
  }
}
