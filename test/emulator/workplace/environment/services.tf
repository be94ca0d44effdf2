resource "aws_cloudtrail" "audit" {
  name                          = "${var.prefix}-audit"
  s3_bucket_name                = aws_s3_bucket_policy.all["logs"].bucket
  kms_key_id                    = aws_kms_key.data.arn
  include_global_service_events = true
  enable_log_file_validation    = true
  event_selector {
    read_write_type           = var.changed ? "WriteOnly" : "All"
    include_management_events = true
    data_resource {
      type   = "AWS::S3::Object"
      values = ["${aws_s3_bucket.all["sales"].arn}/"]
    }
  }
}

resource "aws_cloudtrail" "advanced" {
  name           = "${var.prefix}-advanced"
  s3_bucket_name = aws_s3_bucket_policy.all["logs"].bucket
  s3_key_prefix  = "advanced"
  advanced_event_selector {
    name = local.text
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field       = "resources.ARN"
      starts_with = ["${aws_s3_bucket.all["sales"].arn}/"]
    }
  }
}

resource "aws_sqs_queue" "dead" {
  name                      = "${var.prefix}-dead"
  kms_master_key_id         = aws_kms_key.data.arn
  message_retention_seconds = var.changed ? 1209600 : 604800
}

resource "aws_sqs_queue" "producers" {
  name                       = "${var.prefix}-producers"
  kms_master_key_id          = aws_kms_key.data.arn
  visibility_timeout_seconds = local.days
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 10
  })
}

resource "aws_sqs_queue_redrive_allow_policy" "dead" {
  queue_url = aws_sqs_queue.dead.id
  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.producers.arn]
  })
}

resource "aws_sqs_queue_policy" "producers" {
  queue_url = aws_sqs_queue.producers.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = local.text
      Effect    = "Allow"
      Principal = { Service = "sns.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.producers.arn
      Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.producers.arn } }
    }]
  })
}

resource "aws_sns_topic" "producers" {
  name              = "${var.prefix}-producers"
  display_name      = local.text
  kms_master_key_id = aws_kms_key.data.arn
}

resource "aws_sns_topic_policy" "producers" {
  arn = aws_sns_topic.producers.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = local.text
      Effect    = "Allow"
      Principal = { AWS = "arn:${data.aws_partition.here.partition}:iam::${local.account}:root" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.producers.arn
    }]
  })
}

resource "aws_sns_topic_subscription" "producers" {
  topic_arn            = aws_sns_topic.producers.arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.producers.arn
  raw_message_delivery = var.changed
}
