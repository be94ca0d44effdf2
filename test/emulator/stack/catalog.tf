resource "aws_glue_resource_policy" "account" {
  enable_hybrid = "TRUE"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${local.account}:root" }
      Action    = ["glue:GetDatabase"]
      Resource  = ["arn:aws:glue:${local.region}:${local.account}:*"]
    }]
  })
}

resource "aws_glue_catalog_database" "sales" {
  name         = "acme_sales"
  description  = "Sales"
  location_uri = "s3://${aws_s3_bucket.lake.id}/data/sales"
  depends_on   = [aws_lakeformation_data_lake_settings.account]
}

resource "aws_glue_catalog_database" "link" {
  name = "acme_sales_link"
  target_database {
    catalog_id    = local.account
    database_name = aws_glue_catalog_database.sales.name
  }
}

resource "aws_glue_catalog_table" "orders" {
  name          = "orders"
  database_name = aws_glue_catalog_database.sales.name
  table_type    = "EXTERNAL_TABLE"
  parameters = {
    classification           = "csv"
    "projection.enabled"     = "false"
    EXTERNAL                 = "TRUE"
    "skip.header.line.count" = "1"
  }
  partition_keys {
    name = "day"
    type = "date"
  }
  storage_descriptor {
    location      = "s3://${aws_s3_bucket.lake.id}/data/sales/orders"
    input_format  = "org.apache.hadoop.mapred.TextInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"
    ser_de_info {
      name                  = "csv"
      serialization_library = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe"
      parameters            = { "field.delim" = "," }
    }
    columns {
      name = "id"
      type = "bigint"
    }
    columns {
      name    = "amount"
      type    = "decimal(10,2)"
      comment = "in EUR"
    }
  }
}

resource "aws_glue_connection" "network" {
  name            = "acme-network"
  connection_type = "NETWORK"
  physical_connection_requirements {
    availability_zone      = aws_subnet.main.availability_zone
    security_group_id_list = [aws_security_group.glue.id]
    subnet_id              = aws_subnet.main.id
  }
}

resource "aws_glue_connection" "jdbc" {
  name            = "acme-jdbc"
  connection_type = "JDBC"
  match_criteria  = ["template"]
  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://db.example.com:5432/sales"
    SECRET_ID           = "sales-db"
  }
  physical_connection_requirements {
    availability_zone      = aws_subnet.main.availability_zone
    security_group_id_list = [aws_security_group.glue.id]
    subnet_id              = aws_subnet.main.id
  }
}

resource "aws_glue_classifier" "csv" {
  name = "acme-csv"
  csv_classifier {
    delimiter                  = ","
    quote_symbol               = "\""
    contains_header            = "PRESENT"
    header                     = ["id", "amount"]
    allow_single_column        = false
    disable_value_trimming     = false
    custom_datatype_configured = true
    custom_datatypes           = ["INT", "DOUBLE"]
  }
}

resource "aws_glue_classifier" "grok" {
  name = "acme-grok"
  grok_classifier {
    classification  = "log"
    grok_pattern    = "%%{GREEDYDATA:line}"
    custom_patterns = "THING thing"
  }
}

resource "aws_glue_classifier" "json" {
  name = "acme-json"
  json_classifier {
    json_path = "$[*]"
  }
}

resource "aws_glue_classifier" "xml" {
  name = "acme-xml"
  xml_classifier {
    classification = "xml"
    row_tag        = "row"
  }
}

resource "aws_glue_crawler" "everything" {
  name          = "acme-sales"
  description   = "Sales data"
  role          = aws_iam_role.data_admin.arn
  database_name = aws_glue_catalog_database.sales.name
  classifiers   = [aws_glue_classifier.csv.name]
  schedule      = "cron(0 1 * * ? *)"
  table_prefix  = "raw_"
  configuration = jsonencode({ Version = 1.0, Grouping = { TableGroupingPolicy = "CombineCompatibleSchemas" } })

  s3_target {
    path            = "s3://${aws_s3_bucket.lake.id}/data/sales"
    exclusions      = ["**.tmp"]
    sample_size     = 10
    connection_name = aws_glue_connection.network.name
  }
  jdbc_target {
    connection_name = aws_glue_connection.jdbc.name
    path            = "sales/%"
    exclusions      = ["private%"]
  }
  dynamodb_target {
    path      = "sales-table"
    scan_all  = false
    scan_rate = 1.0
  }
  recrawl_policy {
    recrawl_behavior = "CRAWL_EVERYTHING"
  }
  schema_change_policy {
    delete_behavior = "LOG"
    update_behavior = "UPDATE_IN_DATABASE"
  }
  lineage_configuration {
    crawler_lineage_settings = "DISABLE"
  }
}

resource "aws_glue_crawler" "catalog" {
  name          = "acme-catalog"
  role          = aws_iam_role.data_admin.arn
  database_name = aws_glue_catalog_database.sales.name

  catalog_target {
    database_name = aws_glue_catalog_database.sales.name
    tables        = [aws_glue_catalog_table.orders.name]
  }
  schema_change_policy {
    delete_behavior = "LOG"
    update_behavior = "LOG"
  }
}
