# What one account shares with another: both stand in the same region, as Lake Formation wants it.
provider "aws" {
  alias               = "neighbour"
  region              = "us-east-1"
  allowed_account_ids = ["222222222222"]
  assume_role {
    role_arn = "arn:aws:iam::222222222222:role/terralake-deploy"
  }
}

resource "aws_lakeformation_permissions" "account" {
  principal                     = module.other.account
  permissions                   = ["DESCRIBE", "SELECT"]
  permissions_with_grant_option = ["DESCRIBE", "SELECT"]
  table {
    database_name = module.home.database
    name          = module.home.table
  }
}

resource "aws_lakeformation_permissions" "role" {
  principal   = module.other.team_role
  permissions = ["DESCRIBE", "SELECT"]
  table {
    database_name = module.home.database
    name          = module.home.table
  }
}

resource "aws_lakeformation_permissions" "role_filter" {
  principal   = module.other.team_role
  permissions = ["SELECT"]
  data_cells_filter {
    table_catalog_id = module.home.account
    database_name    = module.home.database
    table_name       = module.home.table
    name             = module.home.filter
  }
}

resource "aws_glue_catalog_database" "shared" {
  provider = aws.neighbour
  name     = "sci_sales_shared"
}

resource "aws_glue_catalog_table" "link" {
  provider      = aws.neighbour
  name          = "orders"
  database_name = aws_glue_catalog_database.shared.name
  target_table {
    catalog_id    = module.home.account
    database_name = module.home.database
    name          = module.home.table
  }
  depends_on = [aws_lakeformation_permissions.role]
}

resource "aws_lakeformation_permissions" "link" {
  provider    = aws.neighbour
  principal   = module.other.team_role
  permissions = ["DESCRIBE"]
  table {
    database_name = aws_glue_catalog_database.shared.name
    name          = aws_glue_catalog_table.link.name
  }
}
