data "aws_availability_zones" "here" {
  state = "available"
}

resource "aws_vpc" "studio" {
  cidr_block           = "10.10.0.0/16"
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = { Name = "${var.prefix}-${local.text}" }
}

resource "aws_subnet" "public" {
  vpc_id                  = aws_vpc.studio.id
  cidr_block              = "10.10.0.0/24"
  availability_zone       = data.aws_availability_zones.here.names[0]
  map_public_ip_on_launch = false
}

resource "aws_subnet" "private" {
  count             = 2
  vpc_id            = aws_vpc.studio.id
  cidr_block        = "10.10.${count.index + 1}.0/24"
  availability_zone = data.aws_availability_zones.here.names[count.index]
  tags              = { Name = "${var.prefix}-private-${local.text}" }
}

resource "aws_internet_gateway" "studio" {
  vpc_id = aws_vpc.studio.id
}

resource "aws_eip" "nat" {
  domain     = "vpc"
  depends_on = [aws_internet_gateway.studio]
}

resource "aws_nat_gateway" "studio" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.public.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.studio.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.studio.id
  }
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.studio.id
}

resource "aws_route" "private" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.studio.id
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table_association" "private" {
  count          = 2
  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private.id
}

resource "aws_default_security_group" "studio" {
  vpc_id = aws_vpc.studio.id
}

resource "aws_security_group" "studio" {
  name        = "${var.prefix}-studio"
  description = "ML Studio"
  vpc_id      = aws_vpc.studio.id
}

resource "aws_vpc_security_group_ingress_rule" "itself" {
  security_group_id            = aws_security_group.studio.id
  referenced_security_group_id = aws_security_group.studio.id
  ip_protocol                  = "-1"
  description                  = local.text
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.studio.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  description       = local.text
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.studio.id
  service_name      = "com.amazonaws.${local.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [aws_route_table.private.id]
}

resource "aws_cloudwatch_log_group" "flow" {
  name              = "/${var.prefix}/flow"
  retention_in_days = local.days
  kms_key_id        = aws_kms_key.data.arn
}

resource "aws_flow_log" "studio" {
  vpc_id               = aws_vpc.studio.id
  traffic_type         = "ALL"
  log_destination_type = "cloud-watch-logs"
  log_destination      = aws_cloudwatch_log_group.flow.arn
  iam_role_arn         = aws_iam_role.team.arn
}

data "aws_vpcs" "default" {
  filter {
    name   = "isDefault"
    values = ["true"]
  }
}

data "aws_vpc" "default" {
  id = one(data.aws_vpcs.default.ids)
}

data "aws_subnets" "default" {
  filter {
    name   = "vpc-id"
    values = data.aws_vpcs.default.ids
  }
}

data "aws_subnet" "default" {
  for_each = toset(data.aws_subnets.default.ids)
  id       = each.key
  vpc_id   = data.aws_vpc.default.id
}

data "aws_subnet" "private" {
  id = aws_subnet.private[0].id
}
