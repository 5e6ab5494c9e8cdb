create table if not exists orders (
	id bigint generated always as identity primary key,
	customer varchar(200) not null,
	status varchar(20) not null,
	accepted_at timestamp(3) with time zone default current_timestamp not null,
	fulfilled_at timestamp(3) with time zone
);

create index if not exists orders_by_status on orders (status, id);

create table if not exists order_lines (
	order_id bigint not null references orders (id),
	position int not null,
	sku varchar(64) not null,
	quantity int not null,
	unit_price decimal(12, 2) not null,
	primary key (order_id, position)
);
